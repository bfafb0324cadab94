export { BrokenDocument } from "./broken-document";
export { documentLimits } from "./limits";
export type * from "./model";
export { ownDocuments } from "./own";
export { readApiDocument } from "./read";
