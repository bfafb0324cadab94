import { exitCodeOf } from "../../../provider/cli/exit-codes";
import { HaleconnectError, type ErrorCode } from "../../../provider/errors";

const cases: readonly [ErrorCode, number][] = [
  ["HC1001", 2],
  ["HC3001", 2],
  ["HC1002", 3],
  ["HC1003", 3],
  ["HC2401", 3],
  ["HC2001", 4],
  ["HC2002", 4],
  ["HC2004", 4],
  ["HC2403", 1],
  ["HC4001", 1],
  ["HC8001", 1],
];

it.each(cases)("%s ends a command with %i", (code, expected) => {
  expect(exitCodeOf(new HaleconnectError(code))).toBe(expected);
});

it("an error of the catalogue with a name of its own ends a command with the code of its entry", () => {
  class OwnName extends HaleconnectError {
    override readonly name = "OwnName";
  }
  expect(exitCodeOf(new OwnName("HC2001"))).toBe(4);
});

it("anything else ends a command with 1", () => {
  expect(exitCodeOf(new Error("a defect"))).toBe(1);
  expect(exitCodeOf("thrown text")).toBe(1);
});
