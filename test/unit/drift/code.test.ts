import { inCode } from "../../../provider/drift/code";

it.each([
  ["a.txt", "`a.txt`"],
  ["a`b.txt", "`` a`b.txt ``"],
  ["``", "``` `` ```"],
  ["", "``"],
])("%s stands between more backticks than it has: %s", (name, code) => {
  expect(inCode(name)).toBe(code);
});
