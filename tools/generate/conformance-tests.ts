import type { Kind } from "../../provider/kinds";
import { fileNameOf } from "../../provider/kinds/files/file-name";

/** The test that runs each row of the conformance table with one kind. */
export function conformanceTest({ name }: Kind): string {
  return `import { tryEveryRow } from "../tried";\n\ntryEveryRow(${JSON.stringify(name)});\n`;
}

/** The list of specimens. Each file of a specimen is named as its kind's files, and exports `<kind>Specimen`. */
export function specimenList(kinds: readonly Kind[]): string {
  const names = kinds.map(({ name }) => [specimenOf(name), fileNameOf(name)] as const);
  return `// Printed from kinds/ by \`npm run generate\`.
import type { Specimen } from "../specimen";
${names.map(([specimen, file]) => `import { ${specimen} } from "./${file}";`).join("\n")}

/** One for each kind, in the order of the kinds. */
export const specimens: readonly Specimen[] = [${names.map(([specimen]) => specimen).join(", ")}];
`;
}

function specimenOf(kindName: string): string {
  return `${kindName.charAt(0).toLowerCase()}${kindName.slice(1)}Specimen`;
}
