import fs from "node:fs";

/** Puts a section, which begins with its heading, in the place of that of before, or at the end. The others stay. */
export function keepSection(file, section) {
  const [heading = ""] = section.split("\n");
  const parts = (fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "# Results\n").split(/\n(?=## )/);
  const at = parts.findIndex((part) => part.split("\n")[0] === heading);
  const kept = parts.map((part) => part.trimEnd());
  kept.splice(at < 0 ? kept.length : at, at < 0 ? 0 : 1, section.trimEnd());
  fs.writeFileSync(file, `${kept.join("\n\n")}\n`);
}
