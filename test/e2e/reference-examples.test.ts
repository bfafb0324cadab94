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

/** Somebody copies them first of all. */
it.each(kinds.map(({ name, example }) => [name, example]))(
  "the example of %s on its reference page has nothing wrong in it",
  async (_name, example) => {
    // The programs of these tests are plain JavaScript.
    tenant.edit(program(example.replaceAll("export const ", "exports.")));
    const { code, output } = await tenant.pulumi(["preview", "--non-interactive"]);
    expect(`${code} ${code === 0 ? "" : output}`).toBe("0 ");
  },
);
