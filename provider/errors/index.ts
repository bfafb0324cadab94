export { catalogue, type ErrorCode } from "./catalogue";
export type { CatalogueEntry, ExitReason } from "./entry";
export { isAboutTheKey, isError } from "./families";
export { certificateTroubleInWords, connectionTroubleInWords, fileTroubleInWords } from "./system-error";
export { HaleconnectError, entryOf, type ErrorDetails } from "./haleconnect-error";
