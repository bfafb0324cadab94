export { catalogue, type CatalogueEntry, type ErrorCode } from "./catalogue";
export { HaleconnectError, type ErrorDetails } from "./haleconnect-error";
