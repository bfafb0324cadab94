import type { Operation } from "../contract";
import type { Binding } from "./file/model";

/** Name of the document in which an operation stands. A file that a person wrote need not tell: then it is the service's. */
export function documentOf({ service }: Pick<Operation, "service">, binding: Binding | undefined): string {
  return binding?.document ?? service.folder.slice(1);
}
