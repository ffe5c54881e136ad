//! Files of a directory, read into rows by table. Bounded, and nothing is guessed: a file that is no text, no
//! table or no JSON is refused whole.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::Row;
use super::spec::{self, Table};
use crate::error::{Error, Result};
use crate::partners::directory::Item;

/// Bytes a file may have.
const MAX_BYTES: u64 = 64 << 20;
/// Rows a directory may have.
const MAX_ROWS: usize = 200_000;

/// A directory as it lies in its files.
#[derive(Debug, Default)]
pub(super) struct Directory {
    /// Rows by table.
    pub(super) rows: BTreeMap<&'static str, Vec<Row>>,
    /// Rows with more or fewer cells than their header.
    pub(super) uneven: Vec<(String, u64)>,
    /// Tables and columns that are not taken.
    pub(super) left_out: BTreeSet<String>,
    /// Of JSON, what may stand in several objects, by table and id.
    embedded: BTreeMap<(&'static str, String), serde_json::Map<String, Value>>,
}

/// Reads a folder with a tabular data package, or a JSON file.
///
/// # Errors
/// [`Error::FileNotFound`]; [`Error::DirectoryUnreadable`] with the file's name.
pub(super) fn read(path: &Path) -> Result<Directory> {
    let mut directory = Directory::default();
    if path.is_dir() {
        for (name, file) in tables_of(path)? {
            directory.read_table(&name, &path.join(&file))?;
        }
    } else {
        directory.read_json(path)?;
    }
    let rows: usize = directory.rows.values().map(Vec::len).sum();
    if rows == 0 || rows > MAX_ROWS {
        return Err(unreadable(path));
    }
    Ok(directory)
}

/// Tables of a package and their files: those `datapackage.json` names, else those called like a table.
fn tables_of(folder: &Path) -> Result<Vec<(String, String)>> {
    let package = folder.join("datapackage.json");
    if !package.exists() {
        let here = spec::TABLES.iter().map(|table| table.name);
        let here = here.filter(|name| folder.join(format!("{name}.csv")).exists());
        return Ok(here
            .map(|name| (name.to_owned(), format!("{name}.csv")))
            .collect());
    }
    let described: Value =
        serde_json::from_slice(&bytes(&package)?).map_err(|_| unreadable(&package))?;
    let resources = described["resources"].as_array();
    let mut tables = Vec::new();
    for resource in resources.into_iter().flatten() {
        let (Some(name), Some(file)) = (resource["name"].as_str(), resource["path"].as_str())
        else {
            return Err(unreadable(&package));
        };
        // A package describes its own folder; a path out of it is not followed.
        let is_inside = Path::new(file)
            .components()
            .all(|part| matches!(part, std::path::Component::Normal(_)));
        if !is_inside {
            return Err(unreadable(&package));
        }
        // Some packages name tables in the plural of a file.
        if folder.join(file).exists() {
            tables.push((name.to_owned(), file.to_owned()));
        }
    }
    Ok(tables)
}

impl Directory {
    fn read_table(&mut self, name: &str, path: &Path) -> Result<()> {
        let Some(table) = spec::table(name) else {
            self.left_out.insert(name.to_owned());
            return Ok(());
        };
        let whole = bytes(path)?;
        let whole = whole.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&whole);
        let mut reader = ::csv::ReaderBuilder::new()
            .trim(::csv::Trim::All)
            .flexible(true)
            .from_reader(whole);
        let refused = |_| unreadable(path);
        let header: Vec<String> = reader
            .headers()
            .map_err(refused)?
            .iter()
            .map(str::to_owned)
            .collect();
        let names: BTreeSet<&String> = header.iter().collect();
        if names.len() != header.len() {
            return Err(unreadable(path));
        }
        let file = name_of(path);
        let mut record = ::csv::StringRecord::new();
        while reader.read_record(&mut record).map_err(refused)? {
            let line = record.position().map_or(0, ::csv::Position::line);
            if record.len() != header.len() {
                self.uneven.push((file.clone(), line));
                continue;
            }
            let cells = header
                .iter()
                .cloned()
                .zip(
                    record
                        .iter()
                        .map(|cell| countyline_sheets::as_written(cell).to_owned()),
                )
                .filter(|(_, text)| !text.is_empty());
            let cells = cells.collect();
            self.put(table, &file, line, cells);
        }
        Ok(())
    }

    fn read_json(&mut self, path: &Path) -> Result<()> {
        let whole: Value = serde_json::from_slice(&bytes(path)?).map_err(|_| unreadable(path))?;
        let file = name_of(path);
        let wrapped = ["organizations", "services", "contents"];
        let lists: Vec<(&str, &Value)> = match &whole {
            Value::Array(_) => vec![("", &whole)],
            Value::Object(keys) => {
                let known = wrapped
                    .iter()
                    .filter_map(|key| Some((*key, keys.get(*key)?)));
                known.collect()
            }
            _ => Vec::new(),
        };
        for (key, list) in lists {
            for object in list.as_array().into_iter().flatten() {
                // A service names or holds its organization; an organization has neither status nor one.
                let is_service = key == "services"
                    || object.get("organization").is_some()
                    || object.get("organization_id").is_some();
                let table = if is_service && key != "organizations" {
                    "service"
                } else {
                    "organization"
                };
                self.take_object(table, object, &file, None);
            }
        }
        Ok(())
    }

    /// Takes an object and what it holds; gives its id.
    fn take_object(
        &mut self,
        name: &str,
        object: &Value,
        file: &str,
        parent: Option<(&str, &str)>,
    ) -> String {
        let table = spec::table(name).expect("children of tables are tables");
        let Some(object) = object.as_object() else {
            self.left_out.insert(name.to_owned());
            return String::new();
        };
        let id = object.get("id").and_then(Value::as_str).unwrap_or_default();
        // An organization stands in every service of its, a place in every service there: said twice alike, it is
        // one.
        if matches!(name, "organization" | "location") && !id.is_empty() {
            let before = self
                .embedded
                .insert((table.name, id.to_owned()), object.clone());
            if before.as_ref() == Some(object) {
                return id.to_owned();
            }
        }
        let mut cells = Item::new();
        if let Some((column, id)) = parent {
            cells.insert(column.to_owned(), id.to_owned());
        }
        for (key, value) in object {
            let child = table.children.iter().find(|(child, ..)| child == key);
            let embedded = matches!(
                (name, key.as_str()),
                ("service", "organization") | ("service_at_location", "location")
            );
            match (value, child) {
                (Value::Array(objects), Some((_, child, column))) => {
                    for object in objects {
                        self.take_object(child, object, file, Some((column, id)));
                    }
                }
                (Value::Object(_), None) if embedded => {
                    let named = self.take_object(key, value, file, None);
                    cells.insert(format!("{key}_id"), named);
                }
                _ => match scalar(value) {
                    Some(text) if text.trim().is_empty() => {}
                    Some(text) => {
                        cells.insert(key.clone(), text.trim().to_owned());
                    }
                    None if value.is_null() => {}
                    None => {
                        self.left_out.insert(format!("{name}.{key}"));
                    }
                },
            }
        }
        let line = self.rows.get(table.name).map_or(0, Vec::len) as u64 + 1;
        self.put(table, file, line, cells);
        id.to_owned()
    }

    fn put(&mut self, table: &'static Table, file: &str, line: u64, mut cells: Item) {
        cells.retain(|name, _| {
            let deprecated = table
                .column(name)
                .is_some_and(|column| column.holds == spec::Type::Deprecated);
            if deprecated {
                self.left_out.insert(format!("{}.{name}", table.name));
            }
            !deprecated
        });
        self.rows.entry(table.name).or_default().push(Row {
            file: file.to_owned(),
            line,
            cells,
        });
    }
}

/// A value as a table would hold it; none of what no cell holds.
fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(yes) => Some(yes.to_string()),
        Value::Array(items) => {
            let texts: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
            texts.map(|texts| texts.join(";"))
        }
        Value::Null | Value::Object(_) => None,
    }
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    let length = fs::metadata(path).map_err(|_| Error::FileNotFound)?.len();
    if length > MAX_BYTES {
        return Err(unreadable(path));
    }
    fs::read(path).map_err(|source| Error::file("read the directory", source))
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn unreadable(path: &Path) -> Error {
    Error::DirectoryUnreadable {
        file: name_of(path),
    }
}
