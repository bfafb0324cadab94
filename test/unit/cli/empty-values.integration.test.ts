import { CommanderError, type Command, type Option } from "commander";
import { createProgram } from "../../../provider/cli/program";
import { Terminal } from "../../../provider/cli/terminal";

const silent = { write: () => true };

const program = (): Command =>
  createProgram("1.0.0", {
    terminal: new Terminal(silent, silent, {}),
    env: {},
    signal: new AbortController().signal,
  });

/** Each command that can be called, with the words that call it. */
function commandsOf(command: Command, words: readonly string[] = []): (readonly [readonly string[], Command])[] {
  return command.commands.length === 0
    ? [[words, command]]
    : command.commands.flatMap((it) => commandsOf(it, [...words, it.name()]));
}

const argumentsOf = (command: Command): readonly string[] =>
  command.registeredArguments.filter(({ required }) => required).map(() => "x");

const takesValue = ({ required, optional }: Option): boolean => required || optional;

const emptyOptions = commandsOf(program()).flatMap(([words, command]) =>
  command.options
    .filter(takesValue)
    .map(({ long }) => [[...words, long ?? "", "", ...argumentsOf(command)].join("|")] as const),
);

const emptyArguments = commandsOf(program())
  .filter(([, command]) => command.registeredArguments.length > 0)
  .map(([words]) => [[...words, ""].join("|")] as const);

const errorOf = (line: string): Promise<unknown> =>
  program()
    .parseAsync(line.split("|"), { from: "user" })
    .then(
      () => undefined,
      (error: unknown) => error,
    );

it("looks at the options of every command", () => {
  expect(emptyOptions.length).toBeGreaterThan(35);
  expect(emptyArguments).toEqual([["contract|check|"], ["contract|verify|"], ["record|"]]);
});

it.each([...emptyOptions, ...emptyArguments])("refuses the empty value of %s", async (line) => {
  const error = await errorOf(line);
  // Where the values are known, commander refuses all others itself.
  expect(error instanceof CommanderError ? error.exitCode : (error as Error).message).toEqual(
    error instanceof CommanderError ? 1 : expect.stringMatching(/^HC1007 \S+ has an empty value/),
  );
});
