# run.sh: until there is a window, the demonstration portfolio and its reviews. Sourced by dev.
#
# SPDX-License-Identifier: GPL-3.0-or-later

. "$here/tests/tools/reviews.sh"

make_demonstration "${1:-}"
say "The demonstration portfolio is $portfolio"
say "Its reviews:"
list_reviews
