.PHONY: run test check bench duplicates fuzz papers screens guide package setup

run: ; @scripts/run.sh
test: ; @scripts/test.sh
check: ; @scripts/check.sh
bench: ; @scripts/bench.sh
duplicates: ; @scripts/duplicates.sh
fuzz: ; @scripts/fuzz.sh
papers: ; @scripts/papers.sh
screens: ; @scripts/screens.sh
guide: ; @scripts/guide.sh
package: ; @scripts/package.sh
setup: ; @scripts/setup.sh
