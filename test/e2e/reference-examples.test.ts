import { kinds } from "../../provider/kinds";
import { installedFolder } from "./support/installed-folder";
import { program, Tenant } from "./support/tenant";

let tenant: Tenant;
beforeAll(async () => {
  tenant = await Tenant.start(installedFolder(), program());
  // What the operator does on request, before anybody can configure the catalogue.
  await tenant.outOfBand.send("PUT", "/resources/organisations/1/cswEndpoint");
});
afterAll(() => tenant.stop());

/** Each example stands for itself. In one program, each gets resources, organisations and people of its own. */
function apart(example: string, kind: string): string {
  const own = example
    .replaceAll("export const ", "const ")
    .replaceAll(/new (\w+)\("([^"]+)"/g, `new $1("$2 for ${kind}"`)
    .replaceAll(/\b(name|username|email): "([^"]+)"/g, `$1: "${kind.toLowerCase()}-$2"`);
  return `(() => {\n${own}\n})();`;
}

/** Somebody copies them first of all. */
it("the examples on the reference pages have nothing wrong in them", async () => {
  // The programs of these tests are plain JavaScript.
  tenant.edit(program(...kinds.map(({ name, example }) => apart(example, name))));
  const { code, output } = await tenant.pulumi(["preview", "--non-interactive"]);
  expect(`${code} ${code === 0 ? "" : output}`).toBe("0 ");
});
