//! One paper, or a run of many, as one file.

use std::io::Write;

use lopdf::{Object, ObjectId, dictionary};

use crate::{
    DocumentError, Layout, Sides,
    layout::Page,
    pdf::{
        content::{self, PageContent},
        embedding::EmbeddedFonts,
        file::PdfFile,
        metadata::About,
        outline::OutlineList,
        pages::PageTree,
        pictures::EmbeddedPictures,
        structure::{Structure, Written},
        text_string,
    },
};

/// Writes `papers` one after the other as one PDF to `out`, and says how many pages it has.
///
/// Each paper is written when it comes and forgotten: the memory taken does not grow with their
/// number, save for some bytes a page. The file has the title, the language and the day of the
/// first; each keeps its own language for screen readers. A paper that is
/// [printed on both sides](Sides::Both) begins on an odd page.
///
/// # Errors
/// The first error `papers` yields, [`DocumentError::NothingToPrint`] if it yields no paper, and
/// the errors of [`to_pdf`](crate::to_pdf). After an error `out` holds the beginning of a file
/// that no reader opens.
pub fn write_run(
    papers: impl Iterator<Item = Result<Layout, DocumentError>>,
    out: impl Write,
) -> Result<usize, DocumentError> {
    let mut papers = papers;
    let first = papers.next().ok_or(DocumentError::NothingToPrint)??;
    let mut run = Run::of_many(&first, out)?;
    run.add(&first)?;
    drop(first);
    for paper in papers {
        run.add(&paper?)?;
    }
    run.finish()
}

/// A file that papers are being written to.
pub(super) struct Run<W> {
    file: PdfFile<W>,
    about: About,
    fonts: EmbeddedFonts,
    pictures: EmbeddedPictures,
    /// The object that names the fonts and pictures of every page.
    resources: ObjectId,
    pages: PageTree,
    structure: Structure,
    outline: OutlineList,
}

impl<W: Write> Run<W> {
    /// A file for `paper` alone.
    pub(super) fn of_one(paper: &Layout, out: W) -> Result<Self, DocumentError> {
        Self::begin(paper, out, Structure::of_one)
    }

    /// A file for any number of papers, of which `first` is the first.
    fn of_many(first: &Layout, out: W) -> Result<Self, DocumentError> {
        Self::begin(first, out, Structure::of_many)
    }

    fn begin(
        first: &Layout,
        out: W,
        structure: impl Fn(&mut PdfFile<W>) -> Structure,
    ) -> Result<Self, DocumentError> {
        let mut file = PdfFile::begin(out)?;
        Ok(Self {
            about: About::of(first),
            fonts: EmbeddedFonts::default(),
            pictures: EmbeddedPictures::default(),
            resources: file.reserve(),
            pages: PageTree::default(),
            structure: structure(&mut file),
            outline: OutlineList::default(),
            file,
        })
    }

    /// Writes the pages of `layout` behind those before it.
    pub(super) fn add(&mut self, layout: &Layout) -> Result<(), DocumentError> {
        if layout.sides == Sides::Both && self.pages.count() % 2 == 1 {
            self.back_of_sheet(layout)?;
        }
        let mut written = Written::of(layout, &mut self.file);
        let mut page_ids = Vec::new();
        for page in &layout.pages {
            page_ids.push(self.page(layout, page, &mut written)?);
        }
        self.structure.add(&mut self.file, layout, written)?;
        self.outline.add(&mut self.file, layout, &page_ids)
    }

    fn page(
        &mut self,
        layout: &Layout,
        page: &Page,
        written: &mut Written,
    ) -> Result<ObjectId, DocumentError> {
        let content = content::of_page(
            layout,
            page,
            &mut self.fonts,
            &mut self.pictures,
            &mut self.file,
        )?;
        let id = self.file.reserve();
        let content_id = self.file.reserve();
        self.file
            .set_packed(content_id, lopdf::Dictionary::new(), &content.operators)?;
        let key = self
            .structure
            .note_page(&mut self.file, written, id, &content)?;
        let links = self.links(layout, &content, id, written)?;
        let mut dictionary = self.page_dictionary(layout);
        dictionary.set("Contents", content_id);
        dictionary.set("StructParents", key);
        dictionary.set("Tabs", "S");
        if !links.is_empty() {
            dictionary.set("Annots", links);
        }
        self.file.set(id, dictionary)?;
        self.pages.push(id);
        Ok(id)
    }

    /// The places of a page that lead somewhere.
    fn links(
        &mut self,
        layout: &Layout,
        content: &PageContent,
        page: ObjectId,
        written: &mut Written,
    ) -> Result<Vec<Object>, DocumentError> {
        let mut links = Vec::new();
        for (tag, [x0, y0, x1, y1]) in &content.links {
            let Some(target) = layout.links.get(tag) else {
                continue;
            };
            let id = self.file.reserve();
            let key = self.structure.note_link(written, *tag, page, id);
            let uri = Object::string_literal(target.uri.as_str());
            let link = dictionary! {
                "Type" => "Annot",
                "Subtype" => "Link",
                "Rect" => vec![(*x0).into(), (*y0).into(), (*x1).into(), Object::from(*y1)],
                "Border" => vec![0.into(), 0.into(), Object::from(0)],
                "F" => 4,
                "Contents" => text_string(&target.alt),
                "StructParent" => key,
                "A" => Object::Dictionary(dictionary! { "S" => "URI", "URI" => uri }),
            };
            self.file.set(id, link)?;
            links.push(id.into());
        }
        Ok(links)
    }

    /// An empty page, so that what follows begins a sheet.
    fn back_of_sheet(&mut self, layout: &Layout) -> Result<(), DocumentError> {
        let dictionary = self.page_dictionary(layout);
        let id = self.file.add(dictionary)?;
        self.pages.push(id);
        Ok(())
    }

    fn page_dictionary(&mut self, layout: &Layout) -> lopdf::Dictionary {
        let (width, height) = layout.page_size;
        dictionary! {
            "Type" => "Page",
            "Parent" => self.pages.parent_of_next(&mut self.file),
            "MediaBox" => vec![0.into(), 0.into(), width.into(), Object::from(height)],
            "Resources" => self.resources,
        }
    }

    /// Writes what can only be known now, and says how many pages there are.
    pub(super) fn finish(mut self) -> Result<usize, DocumentError> {
        let file = &mut self.file;
        let mut resources = dictionary! { "Font" => self.fonts.write(file)? };
        if let Some(pictures) = self.pictures.dictionary() {
            resources.set("XObject", pictures);
        }
        file.set(self.resources, resources)?;
        let count = self.pages.count();
        let mut catalog = dictionary! {
            "Type" => "Catalog",
            "Pages" => self.pages.write(file)?,
            "StructTreeRoot" => self.structure.write(file)?,
            "MarkInfo" => Object::Dictionary(dictionary! { "Marked" => true }),
        };
        if let Some(outline) = self.outline.write(file)? {
            catalog.set("Outlines", outline);
        }
        let info = self.about.write(file, &mut catalog)?;
        let root = file.add(catalog)?;
        self.file.finish(root, info)?;
        Ok(count)
    }
}
