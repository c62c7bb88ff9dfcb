/* tambour-knowledge-section.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-section.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_KNOWLEDGE_SECTION (tambour_knowledge_section_get_type ())
G_DECLARE_FINAL_TYPE (TambourKnowledgeSection, tambour_knowledge_section, TAMBOUR, KNOWLEDGE_SECTION, TambourSection)

G_END_DECLS
