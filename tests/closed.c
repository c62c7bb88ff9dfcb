/* closed.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An empty program: a layer is linked into it whole, against nothing but the
 * layers below, so that a call upwards fails the build (STYLE-ANCHORS.md 3.3).
 */
int
main (void)
{
  return 0;
}
