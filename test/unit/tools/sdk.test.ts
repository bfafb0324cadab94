import fs from "node:fs";
import path from "node:path";
import manifest from "../../../package.json";
import newest from "../../../tools/run/newest-sdk.json";

const root = path.resolve(__dirname, "..", "..", "..");
const read = (file: string) => fs.readFileSync(path.join(root, file), "utf8");
const range = manifest.peerDependencies["@pulumi/pulumi"];

describe("the versions of Pulumi's SDK", () => {
  it.each(["quickstart", "permissions", "on-premise"])("that examples/%s allows are those of the package", (name) => {
    const { dependencies } = JSON.parse(read(`examples/${name}/package.json`)) as typeof manifest;
    expect(dependencies).toMatchObject({ "@pulumi/pulumi": range });
  });

  it("that docs/your-project.md installs are those of the package", () => {
    expect(read("docs/your-project.md")).toContain(`"@pulumi/pulumi@${range}"`);
  });

  it("that docs/engine.md names are the first, the last for Node 20, and the newest with its Node", () => {
    const page = read("docs/engine.md");
    expect(page).toContain(`from ${range.replace("^", "")} on`);
    expect(page).toContain(`"@pulumi/pulumi": "${manifest.devDependencies["@pulumi/pulumi"]}"`);
    expect(page).toContain(`end-to-end tests with ${newest.sdk}, on a Node ${newest.node} `);
  });
});
