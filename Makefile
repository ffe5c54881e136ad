.PHONY: run test check bench fuzz package setup

run: ; @scripts/run.sh
test: ; @scripts/test.sh
check: ; @scripts/check.sh
bench: ; @scripts/bench.sh
fuzz: ; @scripts/fuzz.sh
package: ; @scripts/package.sh
setup: ; @scripts/setup.sh
