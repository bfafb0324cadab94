import { Organisation } from "pulumi-haleconnect";

/** The root organisation, which only an administrator of the platform can make: it has no `parent`. */
export const spatialData = new Organisation("Geodateninfrastruktur Aue", {
  name: "Geodateninfrastruktur Aue",
  legalName: "Landkreis Aue, Der Landrat",
  description: "All who publish spatial data in the county",
  contact: { city: "Aue", email: "geodaten@aue.example" },
});

export const town = new Organisation("Stadt Aue", {
  name: "Stadt Aue",
  parent: spatialData,
  contact: { city: "Aue", email: "gis@stadt-aue.example" },
});

export const works = new Organisation("Stadtwerke Aue", {
  name: "Stadtwerke Aue",
  parent: spatialData,
  legalName: "Stadtwerke Aue GmbH",
});
