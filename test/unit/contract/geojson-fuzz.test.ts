import { judgeGeoJson } from "../../../provider/contract/geometry";

describe("any document gets a verdict without a crash", () => {
  it("with any value in any place", () => {
    const values = [undefined, null, 0, "", "Point", [], {}, [[]], [[[[8, 52]]]], { type: "Feature" }, true, 1e400];
    const polygon = {
      type: "Polygon",
      coordinates: [
        [
          [8, 52],
          [9, 52],
          [9, 53],
          [8, 52],
        ],
      ],
    };
    const geometry = { type: "GeometryCollection", geometries: [{ type: "Point", coordinates: [8, 52] }, polygon] };
    const whole = { type: "FeatureCollection", features: [{ type: "Feature", properties: {}, geometry }] };
    for (const place of placesIn(whole)) {
      for (const value of values) {
        const found = judgeGeoJson(Buffer.from(JSON.stringify([replaced(whole, place, value)]).slice(1, -1)));
        expect(typeof (found.problem ?? "")).toBe("string");
      }
    }
  });

  function placesIn(value: unknown): (readonly string[])[] {
    const inside = typeof value === "object" && value !== null ? Object.entries(value) : [];
    return [[], ...inside.flatMap(([name, it]) => placesIn(it).map((place) => [name, ...place]))];
  }

  function replaced(whole: unknown, place: readonly string[], value: unknown): unknown {
    const [name, ...rest] = place;
    if (name === undefined) {
      return value;
    }
    const copy = (Array.isArray(whole) ? [...(whole as unknown[])] : { ...(whole as object) }) as Record<
      string,
      unknown
    >;
    copy[name] = replaced(copy[name], rest, value);
    return copy;
  }
});
