/** The emergency numbers of the countries the product is used in, as links that call. */
export function EmergencyNumbers() {
  return (
    <p className="emergency-numbers">
      <a href="tel:911">Call 911 (US and Canada)</a>
      <a href="tel:999">Call 999 (UK)</a>
    </p>
  );
}
