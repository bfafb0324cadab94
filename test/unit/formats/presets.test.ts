import { presets, readXsd } from "../../../provider/formats";
import { inMemoryFolder } from "./support/samples";

describe("the presets", () => {
  it("have the names that people know, each once", () => {
    const names = presets.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["INSPIRE Addresses 4.0", "INSPIRE Addresses 3.0", "INSPIRE Protected Sites 4.0"]),
    );
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
    expect(new Set(presets.map(({ namespace }) => namespace)).size).toBe(presets.length);
  });

  it.each(presets.map((preset) => [preset.name, preset] as const))(
    "%s is a schema with feature types",
    async (_, preset) => {
      const { file, namespace } = preset;
      const content = await readXsd([file], inMemoryFolder({ [file]: preset.xsd() }).read);
      expect(content.problems).toEqual([]);
      expect(content.namespaces.filter(({ isTarget }) => isTarget)).toMatchObject([{ namespace }]);
      expect(content.featureTypes.length).toBeGreaterThan(0);
      expect(content.featureTypes.every(({ properties }) => properties.length > 0)).toBe(true);
    },
  );

  it("Addresses has components that inherit their common properties", async () => {
    const preset = presets.find(({ name }) => name === "INSPIRE Addresses 4.0");
    const { featureTypes } = await readXsd(["a.xsd"], inMemoryFolder({ "a.xsd": preset?.xsd() ?? "" }).read);
    const found = featureTypes.find(({ name }) => name === "ThoroughfareName");
    expect(found?.properties.map(({ name }) => name)).toEqual(["inspireId", "beginLifespanVersion", "status", "name"]);
  });
});
