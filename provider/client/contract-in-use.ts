import { ContractInForce } from "../binding/in-force";
import { contractFileFor } from "../binding/file/find";
import { HaleconnectError, isError } from "../errors";
import type { Identity } from "./identity";

/** The contract file by which this server is called, if there is one. Read with the first call. */
export class ContractInUse {
  #contract: Promise<ContractInForce | undefined> | undefined;

  constructor(
    readonly server: string,
    readonly given: string | undefined,
    readonly identify: () => Promise<Identity>,
  ) {}

  /** A failure is not kept: the server may answer the next time. */
  async get(): Promise<ContractInForce | undefined> {
    try {
      return await (this.#contract ??= this.#find());
    } catch (error) {
      this.#contract = undefined;
      throw error;
    }
  }

  /** A platform of another API need not show that it is one. */
  async #whoIsThere(): Promise<Identity> {
    try {
      return await this.identify();
    } catch (error) {
      if (isError(error, "HC2010")) {
        return "unknown";
      }
      throw error;
    }
  }

  async #find(): Promise<ContractInForce | undefined> {
    const file = contractFileFor(this.given, process.cwd());
    if (file === undefined) {
      return undefined;
    }
    // Loaded with the first file: YAML costs more than a run that has none.
    const { readContractFile } = require("../binding/file/read") as typeof import("../binding/file/read");
    const content = readContractFile(file);
    const contract = new ContractInForce(file, content);
    if (contract.servers.includes(this.server)) {
      return contract;
    }
    const identity = await this.#whoIsThere();
    if (identity === "rehearsal") {
      const { withoutExpressions } =
        require("../binding/serving/own-form") as typeof import("../binding/serving/own-form");
      return new ContractInForce(file, withoutExpressions(content));
    }
    // A tenant that lives on a real server is tried on an embedded hale»connect, which has the provider's own contract.
    if (identity === "emulator") {
      return undefined;
    }
    throw new HaleconnectError("HC1005", {
      what: `The contract file is not for ${this.server}`,
      where: `${contract.placeOf(["servers"])}, \`servers\``,
      why: `It is for ${contract.servers.join(" and ")}. The provider sent only the requests that show which server answers.`,
      remedy: `If ${this.server} is the same platform, add it to \`servers\`. Otherwise pull a file of its own for it: \`haleconnect contract pull --url ${this.server} --out other.contract.yaml\`.`,
    });
  }
}
