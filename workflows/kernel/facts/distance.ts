import { distance } from "@turf/distance";

/** A point on the map, in degrees (WGS 84). */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * The straight line between two points in whole kilometres, rounded down: the great circle on a sphere of the
 * Earth's mean radius, 6371.0088 km (IUGG). The ellipsoid would differ by at most half a per cent; the Commission
 * does not publish the model of its own distance calculator.
 */
export const distanceKm = (from: Point, to: Point): number =>
  Math.floor(distance([from.longitude, from.latitude], [to.longitude, to.latitude], { units: "kilometers" }));
