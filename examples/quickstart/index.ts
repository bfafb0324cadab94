import { Organisation } from "pulumi-haleconnect";

/** State > counties > municipalities: each an organisation of its own, since each is responsible for its own data. */
const state = new Organisation("state", {
  name: "Land Beispiel",
  legalName: "Land Beispiel, Ministerium des Innern",
  description: "Geodata of the state and of all who provide it",
  contact: {
    city: "Beispielstadt",
    country: "Deutschland",
    email: "geodaten@land.example",
    web: "https://land.example",
  },
});

const municipalities = {
  "Kreis Nord": ["Aheim", "Bedorf"],
  "Kreis Süd": ["Cestadt", "Dehausen", "Efurt"],
};

for (const [county, towns] of Object.entries(municipalities)) {
  const above = new Organisation(county, {
    name: county,
    legalName: `${county}, Der Landrat`,
    parent: state,
    contact: { state: "Beispiel", country: "Deutschland" },
  });
  for (const town of towns) {
    new Organisation(town, {
      name: town,
      parent: above,
      contact: { city: town, email: `info@${town.toLowerCase()}.example` },
    });
  }
}

export const tenant = state.id;
