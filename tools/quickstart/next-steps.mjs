import fs from "node:fs";
import path from "node:path";
import { root } from "../run/process.mjs";
import { places, program } from "./places.mjs";

/** How to go on, word for word. */
export function nextSteps(login) {
  const show = (file) => path.relative(root, file);
  const index = path.join(program, "index.ts");
  const line =
    fs
      .readFileSync(index, "utf8")
      .split("\n")
      .findIndex((text) => text.includes("description:")) + 1;
  return `
The emulator stays in the background: ${login.url} (user name ${login.username}, password in ${show(places.environment)})

Go on in this folder:

${step(`. ${show(places.environment)}`, "pulumi, its stack and the login, for this shell")}
${step(`. ${show(places.environmentForPowerShell)}`, "the same in PowerShell")}
${step("pulumi preview", "nothing to do")}

Change the description in ${show(index)}:${line}, then

${step("pulumi up --yes", "one update, and only the changed field is sent")}

Edit something without Pulumi, see it, repair it:

  node examples/quickstart/edit-behind-pulumi.mjs
${step("pulumi preview --refresh --run-program --diff", "shows what was edited, and what would repair it")}
${step("pulumi refresh --yes", "takes it over into the state")}
${step("pulumi up --yes", "and back to what the program says")}

Take everything down:

  pulumi destroy --yes
${step("npm run quickstart:stop", "the emulator")}
`;
}

function step(command, remark) {
  return `  ${command.padEnd(52)} # ${remark}`;
}
