/** A rule for markdownlint: a table has one header. A second one within its rows is what a merge leaves. */
export default {
  names: ["one-header"],
  description: "A table has one header and one separator",
  tags: ["table"],
  parser: "none",
  function: ({ lines }, onError) => {
    lines.forEach((line, index) => {
      const isSecond = isSeparator(line) && isRow(lines[index - 1]) && isRow(lines[index - 2]);
      if (isSecond) {
        onError({ lineNumber: index + 1, detail: "This separator stands within a table." });
      }
    });
  },
};

const isRow = (line = "") => line.trimStart().startsWith("|");
const isSeparator = (line) => isRow(line) && /^[\s|:-]+$/.test(line) && line.includes("-");
