.PHONY: run test check bench package setup

run: ; @scripts/run.sh
test: ; @scripts/test.sh
check: ; @scripts/check.sh
bench: ; @scripts/bench.sh
package: ; @scripts/package.sh
setup: ; @scripts/setup.sh
