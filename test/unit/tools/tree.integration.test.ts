import { call } from "./module";

it("shows organisations as a tree, each below its parent, with what is known of it", async () => {
  const organisations = [
    { id: "1", name: "Operator" },
    { id: "2", name: "Land", description: "of all" },
    { id: "3", name: "Kreis Nord", parent: "2" },
    { id: "4", name: "Aheim", parent: "3" },
    { id: "5", name: "Bedorf", parent: "3" },
    { id: "6", name: "Kreis Süd", parent: "2" },
  ];
  expect(await call("quickstart/tree.mjs", "treeOf", organisations)).toEqual([
    "Operator (1)",
    "Land (2): of all",
    "├─ Kreis Nord (3)",
    "│  ├─ Aheim (4)",
    "│  └─ Bedorf (5)",
    "└─ Kreis Süd (6)",
  ]);
});

it("shows an organisation whose parent cannot be seen at the top", async () => {
  expect(await call("quickstart/tree.mjs", "treeOf", [{ id: "9", name: "Amt", parent: "8" }])).toEqual(["Amt (9)"]);
});
