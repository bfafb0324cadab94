export { catalogue, type ErrorCode } from "./catalogue";
export type { CatalogueEntry } from "./entry";
export { HaleconnectError, type ErrorDetails } from "./haleconnect-error";
