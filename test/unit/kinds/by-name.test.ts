import fs from "node:fs";
import path from "node:path";
import { kindNamed, kindNames } from "../../../provider/kinds/by-name";

const provider = path.resolve(__dirname, "../../../provider");

/** The modules of rooms of `kinds/` and of the contract that must stay where they are while one kind is used. */
const unneeded = [
  "contract/index",
  "contract/interactions/index",
  "contract/workflows/index",
  "contract/reports/index",
  "contract/projects",
  "kinds/index",
  ...fs
    .readdirSync(path.join(provider, "kinds/content"))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `kinds/content/${path.basename(name, ".ts")}`),
];

test.each(kindNames)("%s is loaded by its name", (name) => {
  expect(kindNamed(name).name).toBe(name);
});

test.each(["Nothing", "constructor"])("There is no kind %s", (name) => {
  expect(() => kindNamed(name)).toThrow(`There is no kind ${name}`);
});

test("The lifecycle of Organisation loads no other services and no kinds of content", () => {
  const loaded: string[] = [];
  jest.isolateModules(() => {
    for (const name of unneeded) {
      const file = path.join(provider, name);
      jest.doMock(file, () => {
        loaded.push(name);
        return jest.requireActual<object>(file);
      });
    }
    const { lifecycleOf } =
      require("../../../provider/lifecycle/provider") as typeof import("../../../provider/lifecycle/provider");
    lifecycleOf("Organisation");
  });
  expect(loaded).toEqual([]);
});
