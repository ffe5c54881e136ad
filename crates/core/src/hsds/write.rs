//! Rows of HSDS as files: a tabular data package, or one JSON document.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use countyline_sheets::Writer;
use serde_json::{Map, Value, json};

use super::DirectoryExport;
use super::export::{self, Tables};
use super::spec::{self, Type};
use crate::casefile::{Action, CaseFile};
use crate::error::{Error, Result};
use crate::files;
use crate::partners::directory::Item;
use crate::roles;

/// Writes the directory into a folder, as CSV files and `datapackage.json`.
///
/// # Errors
/// [`Error::FolderNotFound`]; [`Error::FileExists`] if there is a package already; [`Error::RoleMayNot`];
/// those of writing a file.
pub fn export_package(file: &CaseFile, folder: &Path) -> Result<DirectoryExport> {
    file.ensure_may(roles::deed(Action::ExportTable))?;
    if !folder.is_dir() {
        return Err(Error::FolderNotFound);
    }
    let package = folder.join("datapackage.json");
    if package.exists() {
        return Err(Error::FileExists);
    }
    let tables = export::tables(file)?;
    let mut resources = Vec::new();
    for table in &spec::TABLES {
        let Some(rows) = tables.rows.get(table.name) else {
            continue;
        };
        let columns = columns(table, rows);
        let path = folder.join(format!("{}.csv", table.name));
        files::write_whole(&path, &csv(&columns, rows)?)?;
        let fields = columns.iter().map(|name| {
            let holds = table.column(name).map_or(Type::Text, |column| column.holds);
            json!({ "name": name, "type": frictionless(holds) })
        });
        resources.push(json!({
            "profile": "tabular-data-resource",
            "name": table.name,
            "path": format!("{}.csv", table.name),
            "encoding": "utf-8",
            "schema": { "primaryKey": "id", "fields": fields.collect::<Vec<_>>() },
        }));
    }
    let described = json!({
        "profile": "tabular-data-package",
        "name": "countyline-directory",
        "title": "Human Services Data Specification 3.0",
        "resources": resources,
    });
    // Last: a package that is described is there whole.
    files::write_whole(&package, &pretty(&described))?;
    Ok(told(&tables, folder))
}

/// Writes the directory into one JSON file: organizations with what is theirs.
///
/// # Errors
/// [`Error::FileExists`]; [`Error::RoleMayNot`]; those of writing a file.
pub fn export_json(file: &CaseFile, path: &Path) -> Result<DirectoryExport> {
    file.ensure_may(roles::deed(Action::ExportTable))?;
    if fs::exists(path).unwrap_or(false) {
        return Err(Error::FileExists);
    }
    let tables = export::tables(file)?;
    let organizations = tables.rows.get("organization").into_iter().flatten();
    let organizations: Vec<Value> = organizations
        .map(|row| object("organization", row, None, &tables))
        .collect();
    files::write_whole(path, &pretty(&json!({ "organizations": organizations })))?;
    Ok(told(&tables, path))
}

fn told(tables: &Tables, path: &Path) -> DirectoryExport {
    let count = |table| {
        let rows = tables.rows.get(table).map_or(0, Vec::len);
        i32::try_from(rows).unwrap_or(i32::MAX)
    };
    DirectoryExport {
        path: path.display().to_string(),
        organizations: count("organization"),
        services: count("service"),
        without_location: tables.without_location,
    }
}

/// The columns of the table that any row fills, and then those that it does not have.
fn columns(table: &spec::Table, rows: &[Item]) -> Vec<String> {
    let filled: BTreeSet<&String> = rows.iter().flat_map(|row| row.keys()).collect();
    let known = table.columns.iter().map(|column| column.name.to_owned());
    let mut columns: Vec<String> = known.filter(|name| filled.contains(name)).collect();
    let beyond = filled
        .into_iter()
        .filter(|name| table.column(name).is_none());
    columns.extend(beyond.cloned());
    columns
}

fn csv(columns: &[String], rows: &[Item]) -> Result<Vec<u8>> {
    let writing = |source| Error::file("write the directory", source);
    let mut table = Writer::new(Vec::new(), columns).map_err(writing)?;
    for row in rows {
        let cells = columns
            .iter()
            .map(|name| row.get(name).map_or("", String::as_str));
        table.row(&cells.collect::<Vec<_>>()).map_err(writing)?;
    }
    table.finish().map_err(writing)
}

/// A row as an object, with the rows that name it below it; `named_by` is the column that names what it stands in.
fn object(name: &str, row: &Item, named_by: Option<&str>, tables: &Tables) -> Value {
    let table = spec::table(name).expect("tables are listed");
    let mut object = Map::new();
    for (column, text) in row
        .iter()
        .filter(|(column, _)| Some(column.as_str()) != named_by)
    {
        let holds = table.column(column).map_or(Type::Text, |known| known.holds);
        object.insert(column.clone(), typed(column, holds, text));
    }
    for (key, child, column) in table.children {
        // A contact of a service stands below its organization, and names the service.
        let children = tables.rows.get(child).into_iter().flatten();
        let children = children.filter(|below| {
            let organization_names_it =
                name != "organization" && below.contains_key("organization_id");
            below.get(*column) == row.get("id") && !(*child == "contact" && organization_names_it)
        });
        let children: Vec<Value> = children
            .map(|below| self::object(child, below, Some(column), tables))
            .collect();
        if !children.is_empty() {
            object.insert((*key).to_owned(), Value::Array(children));
        }
    }
    Value::Object(object)
}

fn typed(column: &str, holds: Type, text: &str) -> Value {
    match holds {
        Type::Number => text
            .parse::<serde_json::Number>()
            .map_or_else(|_| json!(text), Value::Number),
        Type::YesNo => json!(text == "true"),
        _ if column.ends_with("_codes") => json!(text.split(';').collect::<Vec<_>>()),
        _ => json!(text),
    }
}

fn frictionless(holds: Type) -> &'static str {
    match holds {
        Type::Number => "number",
        Type::Date => "date",
        Type::YesNo => "boolean",
        Type::Text | Type::Uuid | Type::Time | Type::Code(_) | Type::Deprecated => "string",
    }
}

fn pretty(value: &Value) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("a JSON value is written as JSON");
    bytes.push(b'\n');
    bytes
}
