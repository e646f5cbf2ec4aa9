/** What pdfkit 0.20 takes and its published types (0.17) do not know: PDF/UA, and the structure of tables. */
declare namespace PDFKit {
  interface PDFDocument {
    // biome-ignore lint/suspicious/noMisleadingInstantiator: the published types declare the class in this way
    new (options: Omit<PDFDocumentOptions, "subset"> & { readonly subset: "PDF/UA" }): PDFDocument;
  }
}

declare namespace PDFKit.Mixins {
  interface TableOptions {
    /** Where the table stands in the document's structure; its rows and cells are tagged below it. */
    structParent?: PDFKit.PDFStructureElement;
  }
  interface CellOptions {
    scope?: "Row" | "Column";
  }
}
