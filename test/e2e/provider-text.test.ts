import { kinds } from "../../provider/kinds";
import { fileNameOf } from "../../provider/kinds/files/file-name";
import { providerText } from "../../provider/resources/resource";
import { providerTexts } from "../support/provider-process";
import { installedFolder } from "./support/installed-folder";

/** States of before hold what Pulumi wrote, and Pulumi's process has to read what is written now. */
it("for every kind, the text that finds the provider is the one that Pulumi writes for an installed package", async () => {
  const modules = kinds.map(({ name }) => fileNameOf(name));
  const written = await providerTexts(installedFolder(), modules);
  expect(Object.fromEntries(modules.map((module) => [module, providerText(module)]))).toEqual(written);
});
