import { PassThrough } from "node:stream";
import { agrees } from "../../../../provider/cli/drift/repair/ask";

const never = new AbortController().signal;

function asked(signal = never) {
  const input = new PassThrough();
  let told = "";
  const output = { write: (text: string) => (told += text) };
  return { input, told: () => told, answer: agrees("Restore 2 resources?", { input, output }, signal) };
}

it.each([
  ["y", true],
  ["Yes ", true],
  ["", false],
  ["n", false],
  ["yesterday", false],
])("the answer %j means %s", async (line, expected) => {
  const { input, told, answer } = asked();
  input.write(`${line}\n`);
  expect(await answer).toBe(expected);
  expect(told()).toBe("Restore 2 resources? [y/N] ");
});

it("the end of the input means no", async () => {
  const { input, answer } = asked();
  input.end();
  expect(await answer).toBe(false);
});

it("Ctrl-C in place of an answer ends it with the reason", async () => {
  const controller = new AbortController();
  const { answer } = asked(controller.signal);
  controller.abort(new Error("stopped by SIGINT"));
  await expect(answer).rejects.toThrow("stopped by SIGINT");
});
