//! The fonts a document is set in, read from the program's folder and from one for packs.
//!
//! The two faces of the text family must be there. Any other font file in the folder lends its
//! letters to languages the family lacks; after those come the files of the packs, which an office
//! adds for the languages of its county. Within a folder the names of the files decide, so that
//! what the folders hold decides what a document looks like and nothing installed on the machine
//! does. One exception: where one file has the Chinese characters of several regions, or several
//! files have them, those of the paper's language come first.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use parley::fontique::{Blob, Collection, CollectionOptions};
use skrifa::{
    FontRef, MetadataProvider,
    raw::{FileRef, ReadError},
    string::StringId,
};

use crate::DocumentError;

const REGULAR: &str = "SourceSans3-Regular.ttf";
const BOLD: &str = "SourceSans3-Bold.ttf";

/// The fonts a document is set in. Cheap to clone.
#[derive(Clone)]
pub struct Fonts {
    faces: Vec<Face>,
    families: Vec<String>,
}

/// One font file.
#[derive(Clone)]
pub(crate) struct Face {
    /// Its name in the font file, such as `SourceSans3-Bold`.
    pub(crate) postscript_name: String,
    pub(crate) bytes: Blob<u8>,
    /// Which of the fonts in its file it is; 0 in a file that holds one.
    pub(crate) index: u32,
}

impl Fonts {
    /// Reads the fonts of `directory`.
    ///
    /// # Errors
    /// [`DocumentError::FontMissing`] if a face of the text family is not there,
    /// [`DocumentError::FontUnreadable`] if any font file there cannot be used: it is damaged, or
    /// one file for many weights (a variable font), of which only the ordinary one could be drawn.
    pub fn load(directory: &Path) -> Result<Self, DocumentError> {
        Self::load_files(directory, Vec::new())
    }

    /// Reads the fonts of `directory`, and then those of `packs`: TrueType, OpenType or a
    /// collection of them (`.ttf`, `.otf`, `.ttc`). A folder that is not there holds no packs.
    ///
    /// # Errors
    /// As [`Fonts::load`]; a file of a pack is named like any other.
    pub fn load_with_packs(directory: &Path, packs: &Path) -> Result<Self, DocumentError> {
        let packs = if packs.is_dir() {
            font_files(packs)?
        } else {
            Vec::new()
        };
        Self::load_files(directory, packs)
    }

    fn load_files(directory: &Path, packs: Vec<PathBuf>) -> Result<Self, DocumentError> {
        let mut files = vec![directory.join(REGULAR), directory.join(BOLD)];
        for file in &files {
            if !file.is_file() {
                return Err(DocumentError::FontMissing {
                    file: file_name(file),
                });
            }
        }
        let others = font_files(directory)?.into_iter().filter(|file| {
            let name = file_name(file);
            name != REGULAR && name != BOLD
        });
        files.extend(others);
        files.extend(packs);

        let mut faces = Vec::new();
        for file in &files {
            faces.extend(Face::read(file)?);
        }
        let families = family_names(&faces);
        Ok(Self { faces, families })
    }

    /// The first character of `text` that no font here can draw, if there is one.
    pub fn first_missing(&self, text: &str) -> Option<char> {
        let text = crate::bidi::tidied(text);
        text.chars().find(|&character| {
            !crate::bidi::is_invisible(character)
                && !self.faces.iter().any(|face| face.has_glyph_for(character))
        })
    }

    pub(crate) fn faces(&self) -> &[Face] {
        &self.faces
    }

    /// The families in the order they are tried for a text in `language`.
    pub(crate) fn families(&self, language: &str) -> Vec<&str> {
        let region = chinese_characters_of(language);
        let mut families: Vec<&str> = self.families.iter().map(String::as_str).collect();
        let others = families.get_mut(1..).unwrap_or_default();
        others.sort_by_key(|family| {
            let is_for_region = region.is_some_and(|region| family.ends_with(region));
            // Letters of one width are for tables of figures, whatever their region.
            (family.contains(" Mono "), !is_for_region)
        });
        families
    }

    /// A collection of these fonts and no others.
    pub(crate) fn collection(&self) -> Collection {
        collection_of(&self.faces).0
    }
}

impl Face {
    /// The fonts of a file: one, or those of a collection.
    fn read(file: &Path) -> Result<Vec<Self>, DocumentError> {
        let unreadable = |source| DocumentError::FontUnreadable {
            file: file_name(file),
            source,
        };
        let bytes = fs::read(file).map_err(|error| unreadable(Some(error)))?;
        let names = postscript_names(&bytes).ok_or_else(|| unreadable(None))?;
        let bytes = Blob::<u8>::new(Arc::new(bytes));
        let faces = names
            .into_iter()
            .zip(0..)
            .map(|(postscript_name, index)| Self {
                postscript_name,
                bytes: bytes.clone(),
                index,
            });
        Ok(faces.collect())
    }

    /// The font, ready to be asked for its glyphs. It was readable when it was loaded.
    pub(crate) fn font(&self) -> FontRef<'_> {
        FontRef::from_index(self.bytes.data(), self.index)
            .expect("Face::read refuses what is not a font")
    }

    /// Whether the two are the same font of the same loaded file.
    pub(crate) fn is(&self, other: &Self) -> bool {
        (self.bytes.id(), self.index) == (other.bytes.id(), other.index)
    }

    fn has_glyph_for(&self, character: char) -> bool {
        self.font()
            .charmap()
            .map(character)
            .is_some_and(|glyph| glyph.to_u32() != 0)
    }
}

/// The name of each font in a file; nothing, if any of them cannot be used.
fn postscript_names(bytes: &[u8]) -> Option<Vec<String>> {
    let fonts: Result<Vec<FontRef<'_>>, ReadError> = match FileRef::new(bytes).ok()? {
        FileRef::Font(font) => Ok(vec![font]),
        FileRef::Collection(collection) => collection.iter().collect(),
    };
    fonts.ok()?.iter().map(usable_name).collect()
}

fn usable_name(font: &FontRef<'_>) -> Option<String> {
    if font.outline_glyphs().format().is_none() || !font.axes().is_empty() {
        return None;
    }
    let names = font.localized_strings(StringId::POSTSCRIPT_NAME);
    names.english_or_first().map(|name| name.to_string())
}

/// How families are named that have the Chinese characters as they are written where `language`
/// is; nothing, for a language that is not written in them.
fn chinese_characters_of(language: &str) -> Option<&'static str> {
    let mut subtags = language.split('-').map(str::to_ascii_lowercase);
    let primary = subtags.next()?;
    let rest: Vec<String> = subtags.collect();
    let says = |subtag: &str| rest.iter().any(|other| other == subtag);
    match primary.as_str() {
        "ja" => Some(" JP"),
        "ko" => Some(" KR"),
        "zh" | "yue" if says("hk") || says("mo") => Some(" HK"),
        "zh" if says("hant") || says("tw") => Some(" TC"),
        "yue" => Some(" HK"),
        "zh" => Some(" SC"),
        _ => None,
    }
}

/// The font files of `directory`, by name.
fn font_files(directory: &Path) -> Result<Vec<PathBuf>, DocumentError> {
    let unreadable = |source: io::Error| DocumentError::FontUnreadable {
        file: file_name(directory),
        source: Some(source),
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(directory).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let name = file_name(&path).to_lowercase();
        if [".ttf", ".otf", ".ttc"]
            .iter()
            .any(|kind| name.ends_with(kind))
        {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The name of a file without its folder: a folder may name the person at the machine.
fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn family_names(faces: &[Face]) -> Vec<String> {
    let mut names = Vec::new();
    for name in collection_of(faces).1 {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The faces as a collection, and the family each of them was filed under.
fn collection_of(faces: &[Face]) -> (Collection, Vec<String>) {
    let mut collection = Collection::new(CollectionOptions {
        system_fonts: false,
        ..Default::default()
    });
    let mut families = Vec::new();
    // The fonts of one file are registered together.
    for face in faces.iter().filter(|face| face.index == 0) {
        for (family, _) in collection.register_fonts(face.bytes.clone(), None) {
            families.extend(collection.family_name(family).map(str::to_owned));
        }
    }
    (collection, families)
}
