export { catalogue, type ErrorCode } from "./catalogue";
export type { CatalogueEntry } from "./entry";
export { certificateTroubleInWords, connectionTroubleInWords, fileTroubleInWords } from "./system-error";
export { HaleconnectError, type ErrorDetails } from "./haleconnect-error";
