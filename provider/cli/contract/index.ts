import type { Command } from "commander";
import type { Verb, VerbContext } from "../verb";
import { check } from "./check";
import { pull } from "./pull";
import { verify } from "./verify";

/** The commands about the contract file, each in a file of its own. */
const verbs: readonly Verb[] = [pull, check, verify];

const help = `
A contract file says how the API of a server differs from what the provider expects. With it, a program manages a server
whose paths and names are others.

Examples:
  haleconnect contract pull                     # read the server's documents, write haleconnect.contract.yaml
  haleconnect contract pull --explain getUsers  # say which operations come into question, and why
  haleconnect contract check                    # say what works on the server, kind by kind
  haleconnect contract verify recording.jsonl   # hold a recording of real answers against the provider's models
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
