//! The fonts a document is set in, read from one folder.
//!
//! The two faces of the text family must be there. Any other TrueType file in the folder lends its
//! letters to languages the family lacks, in the order of the file names, so that what a folder
//! holds decides what a document looks like and nothing installed on the machine does.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use parley::fontique::{Blob, Collection, CollectionOptions};
use skrifa::{FontRef, MetadataProvider, string::StringId};

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
}

impl Fonts {
    /// Reads the fonts of `directory`.
    ///
    /// # Errors
    /// [`DocumentError::FontMissing`] if a face of the text family is not there,
    /// [`DocumentError::FontUnreadable`] if any font file there cannot be used.
    pub fn load(directory: &Path) -> Result<Self, DocumentError> {
        let mut files = vec![directory.join(REGULAR), directory.join(BOLD)];
        for file in &files {
            if !file.is_file() {
                return Err(DocumentError::FontMissing {
                    file: file_name(file),
                });
            }
        }
        files.extend(other_fonts(directory)?);

        let faces = files
            .iter()
            .map(|file| Face::read(file))
            .collect::<Result<Vec<_>, _>>()?;
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

    /// The families in the order they are tried.
    pub(crate) fn families(&self) -> &[String] {
        &self.families
    }

    /// A collection of these fonts and no others.
    pub(crate) fn collection(&self) -> Collection {
        collection_of(&self.faces).0
    }
}

impl Face {
    fn read(file: &Path) -> Result<Self, DocumentError> {
        let unreadable = |source| DocumentError::FontUnreadable {
            file: file_name(file),
            source,
        };
        let bytes = fs::read(file).map_err(|error| unreadable(Some(error)))?;
        let postscript_name = {
            let font = FontRef::new(&bytes).map_err(|_| unreadable(None))?;
            if font.outline_glyphs().format().is_none() {
                return Err(unreadable(None));
            }
            let names = font.localized_strings(StringId::POSTSCRIPT_NAME);
            names
                .english_or_first()
                .map(|name| name.to_string())
                .ok_or_else(|| unreadable(None))?
        };
        Ok(Self {
            postscript_name,
            bytes: Blob::new(Arc::new(bytes)),
        })
    }

    /// The font, ready to be asked for its glyphs. It was readable when it was loaded.
    pub(crate) fn font(&self) -> FontRef<'_> {
        FontRef::new(self.bytes.data()).expect("Face::read refuses what is not a font")
    }

    fn has_glyph_for(&self, character: char) -> bool {
        self.font()
            .charmap()
            .map(character)
            .is_some_and(|glyph| glyph.to_u32() != 0)
    }
}

/// The TrueType files of `directory` beside the text family, by name.
fn other_fonts(directory: &Path) -> Result<Vec<PathBuf>, DocumentError> {
    let unreadable = |source: io::Error| DocumentError::FontUnreadable {
        file: file_name(directory),
        source: Some(source),
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(directory).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let name = file_name(&path);
        if name.ends_with(".ttf") && name != REGULAR && name != BOLD {
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
    for face in faces {
        for (family, _) in collection.register_fonts(face.bytes.clone(), None) {
            families.extend(collection.family_name(family).map(str::to_owned));
        }
    }
    (collection, families)
}
