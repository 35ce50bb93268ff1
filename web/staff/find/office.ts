/** Regencies and cities have the Dukcapil office: the last part of "village, district, regency". */
export function officeToAsk(place: string): string {
  return place.split(', ').at(-1) ?? place;
}
