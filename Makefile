.PHONY: run test check bench duplicates fuzz papers guide package setup

run: ; @scripts/run.sh
test: ; @scripts/test.sh
check: ; @scripts/check.sh
bench: ; @scripts/bench.sh
duplicates: ; @scripts/duplicates.sh
fuzz: ; @scripts/fuzz.sh
papers: ; @scripts/papers.sh
guide: ; @scripts/guide.sh
package: ; @scripts/package.sh
setup: ; @scripts/setup.sh
