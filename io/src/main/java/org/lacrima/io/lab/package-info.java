/** What laboratory programs export: texts of AcqKnowledge, LabChart and OpenSignals, workbooks of MindWare. */
@NullMarked
package org.lacrima.io.lab;

import org.jspecify.annotations.NullMarked;
