/** Three cells on the grid and one off it. */
export function Mark() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      <rect x="1" y="1" width="9" height="9" rx="2.2" fill="var(--ink)" />
      <rect x="12" y="1" width="9" height="9" rx="2.2" fill="var(--strong-line)" />
      <rect x="1" y="12" width="9" height="9" rx="2.2" fill="var(--strong-line)" />
      <rect x="12" y="12" width="9" height="9" rx="2.2" fill="#d55e00" />
    </svg>
  );
}
