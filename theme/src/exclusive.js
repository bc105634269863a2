// SPDX-License-Identifier: EUPL-1.2
// “Không có giấy nào” and the other ticks of the same question exclude one another.
export function untickTheOthers(root) {
  root.addEventListener("change", ({ target }) => {
    if (target.type !== "checkbox" || !target.checked || !target.form) return;
    const alone = "behaviour" in target.dataset;
    target.form.querySelectorAll("input[type=checkbox]").forEach((other) => {
      if (other === target || other.name !== target.name) return;
      if (alone || "behaviour" in other.dataset) other.checked = false;
    });
  });
}
