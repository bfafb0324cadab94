import { services } from "../../contract";
import { printSwagger } from "../../contract/swagger";
import type { ApiDocument } from "./model";
import { readApiDocument } from "./read";

let read: readonly ApiDocument[] | undefined;

/** The provider's own contract, one document for each service, read as any other document is. */
export function ownDocuments(): readonly ApiDocument[] {
  read ??= services.map((service) => readApiDocument(service.name, JSON.stringify(printSwagger(service))));
  return read;
}
