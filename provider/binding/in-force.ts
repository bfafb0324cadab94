import type { Operation } from "../contract";
import type { Binding, ContractFile, ErrorForm } from "./file/model";
import { withWriteOnly } from "./write-only";
import { documentsAt, originsIn, type KnownDocument } from "./file/servers";

/**
 * What is known of an operation on the server. `own`: the file does not name it. `same`: the server has it as the
 * provider has it. `confirmed`: a person has compared it with the server's document. `open`: it still waits for that.
 */
export type Standing = "own" | "same" | "confirmed" | "open" | "missing";

/** The contract file that a run works with. */
export class ContractInForce {
  constructor(
    readonly file: string,
    readonly content: ContractFile,
  ) {}

  /** Scheme, host and port of each, without a slash at the end. */
  get servers(): readonly string[] {
    return originsIn(this.content);
  }

  /** The server's documents with which the file was compared. */
  documentsAt(server: string): readonly KnownDocument[] {
    return documentsAt(server, this.content);
  }

  /** `file:line:column` of what stands at a path of the file. */
  placeOf(path: readonly PropertyKey[]): string {
    // Loaded with the first error: a run that goes well needs no places.
    const { placeInFile } = require("./file/place") as typeof import("./file/place");
    return placeInFile(this.file, path);
  }

  get errors(): ErrorForm | undefined {
    return this.content.errors;
  }

  /** How the server has the operation; undefined: as the provider has it. */
  bindingOf({ key }: Operation): Binding | undefined {
    const binding = this.content.operations[key];
    return binding === undefined || binding.same === true ? undefined : withWriteOnly(binding);
  }

  /** Somebody has to choose among candidates first: nobody knows where the server has the operation. */
  isUndecided(operation: Operation): boolean {
    const binding = this.bindingOf(operation);
    return this.standingOf(operation) === "open" && binding?.path === undefined && binding?.foundIn === undefined;
  }

  /** What the server does not show to the operation is not there. A path that nobody has confirmed may be another one. */
  believesAbsence(operation: Operation): boolean {
    const standing = this.standingOf(operation);
    return standing === "own" ? operation.evidence.path === "certain" : standing === "same" || standing === "confirmed";
  }

  standingOf({ key }: Operation): Standing {
    const binding = this.content.operations[key];
    if (binding === undefined) {
      return "own";
    }
    if (binding.missing === true) {
      return "missing";
    }
    return binding.same === true ? "same" : binding.confirmed === true ? "confirmed" : "open";
  }
}
