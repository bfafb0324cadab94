import { Organisation } from "pulumi-haleconnect";

/** A state with its counties and a town, and the company that works for some of them. */
export const land = new Organisation("Land Muster", {
  name: "Land Muster",
  legalName: "Land Muster, Ministerium des Innern",
});
export const west = new Organisation("Kreis West", { name: "Kreis West", parent: land });
export const ost = new Organisation("Kreis Ost", { name: "Kreis Ost", parent: land });
export const ahausen = new Organisation("Stadt Ahausen", { name: "Stadt Ahausen", parent: west });
export const geodienst = new Organisation("Geodienst", { name: "Geodienst", legalName: "Geodienst GmbH" });

export const organisations: Readonly<Record<string, Organisation>> = {
  "Land Muster": land,
  "Kreis West": west,
  "Kreis Ost": ost,
  "Stadt Ahausen": ahausen,
  Geodienst: geodienst,
};
