import { csvText } from "../../../provider/formats/csv";

it("a CSV text has a line of headings, and quotes around what needs them", () => {
  expect(
    csvText(
      ["a", "b"],
      [
        ["1", 2],
        ['say "hi", all', undefined],
        ["two\nlines", -3],
      ],
    ),
  ).toBe('a,b\r\n1,2\r\n"say ""hi"", all",\r\n"two\nlines",-3\r\n');
});

it.each(["=1+1", "+1", "-1", "@a", "\ta"])("a spreadsheet does not take the text %j for a formula", (text) => {
  expect(csvText(["a"], [[text]])).toBe(`a\r\n'${text}\r\n`);
});
