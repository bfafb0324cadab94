export { catalogue, type ErrorCode } from "./catalogue";
export type { CatalogueEntry } from "./entry";
export { aboutTheKey, isError } from "./families";
export { certificateTroubleInWords, connectionTroubleInWords, fileTroubleInWords } from "./system-error";
export { HaleconnectError, type ErrorDetails } from "./haleconnect-error";
