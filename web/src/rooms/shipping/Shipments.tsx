export function Shipments() {
  return null;
}
