/** What heads a trace or a report of a model that has placeholders; a table has it before its title. */
export const draftHeading = "DRAFT: some numbers of the model only hold the place of real ones";
