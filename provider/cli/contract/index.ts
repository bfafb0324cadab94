import type { Command } from "commander";
import type { Verb, VerbContext } from "../verb";
import { pull } from "./pull";

/** The commands about the contract file, each in a file of its own. */
const verbs: readonly Verb[] = [pull];

const help = `
A contract file says how the API of a server differs from what the provider expects. With it, a program manages a server
whose paths and names are others.

Examples:
  haleconnect contract pull                     # read the server's documents, write haleconnect.contract.yaml
  haleconnect contract pull --explain getUsers  # say which operations come into question, and why
`;

export const contract: Verb = (program, context) => {
  const group = program
    .command("contract")
    .description("bind the provider to the API of a server")
    .addHelpText("after", help);
  addAll(group, context);
};

function addAll(group: Command, context: VerbContext): void {
  for (const verb of verbs) {
    verb(group, context);
  }
}
